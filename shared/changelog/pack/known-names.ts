/**
 * Names that most entries hold, so that a package need not spell them. Part of format 1 and frozen: a name that is not here is spelled
 * once a package. Another list is another format.
 */
export const knownNames: readonly string[] = (
  'type body kind fields value base set act action to create number version note text audience internal add remove member seen key origin at by source ' +
  'inferred minutes requester stakeholders retract entries incident reopen assign escalateFunctional externalReference service description location ' +
  'organisation category team title tags cancelled cancel request changeReference assignee cancelReason onBehalfOf contactType offering impact urgency ' +
  'escalatedTo escalationReason convertedTo convertedFrom resolution closureCode userConfirmed confirmedBy confirmationNote satisfaction reopenReason new ' +
  'closed escalateHierarchical close parent confirm start configurationItems inProgress occurredAt detectedAt symptom priorityConfirmed path ' +
  'pendingReason pendingUntil pendingNote vendor vendorReference workaround relatedIncidents knowledge problemReference causedByChange majorManager ' +
  'businessImpact nextUpdateDue stakeholderUpdate standDownReason reviewEvents reviewTimeline reviewCause reviewLessons reviewActions securityCategory ' +
  'containment reportedTo evidence disclosure securityClearReason assigned pending resolved await resume resolve convertToRequest declareMajor ' +
  'standDownMajor postUpdate completeReview markSecurity clearSecurity reject approved approve submit revise inFulfilment fulfilled completeAll fulfil ' +
  'neededBy items answers estimatedCost approver approvalNote approvedOrder fundsReference rejectReason accessReference awaitingApproval rejected ' +
  'releaseFunds startFulfilment routeToChange routeToAccess accept convertToIncident name retired retire active reactivate hours agreement draft owner ' +
  'supportTeam service-offering price published withdrawn publish rework withdraw service-calendar zone configuration-item article closure-code priority- ' +
  'matrix request-item request-task catalogue-item unit person email phone dependsOn contact withdrawalReason supplier review appliesTo item open ' +
  'shortName manager criticality customers security retirementReason pipeline catalogue retiring offer beginRetirement keep decline technicalNote ' +
  'services organisations validFrom validUntil nextReview changeControl authorisedCustomer authorisedProvider calendar hoursNote targets otherTargets ' +
  'interruptions customerDuties providerDuties communication emergencyContacts priorityGuide escalation complaints interruptionAction workload finance ' +
  'housekeeping relatedServices exceptions glossary archiveReason negotiated agreed inForce underReview archived negotiate agree putInForce adopt ' +
  'renegotiate archive alwaysOpen holidays class model serialNumber assetTag usedBy verifiedOn disposalRecord remarks ordered received inTest live ' +
  'underChange disposed receive test goLive beginChange dispose verify symptoms keywords author reviewer reviewOn reviewComment retireReason dueForReview ' +
  'sendBack markDue outcome cells reason quantity deliveryNote order instructions estimate result skipReason completed skipped complete skip expectedTime ' +
  'cost needsApproval approverRole approvalThreshold questions tasks shortCode marking markingNote defaultCalendar rank jobTitle mobile callSign teams ' +
  'roles vip function grid hasPermanentLink redact link unlink attach rule choice conflict refuse inputs wall counter stamp size hash'
).split(' ');
