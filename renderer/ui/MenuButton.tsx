import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import { useState, type ReactNode } from 'react';
import { Button, type ButtonVariant } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { PopMenu, type MenuItemSpec } from './PopMenu.tsx';

interface MenuButtonProps {
  readonly label: string;
  readonly items: readonly MenuItemSpec[];
  readonly icon?: ReactNode;
  /** Shows the icon alone; the label is its name. */
  readonly iconOnly?: boolean;
  readonly variant?: ButtonVariant;
  readonly size?: 'small' | 'medium';
  readonly disabled?: boolean;
}

export function MenuButton({
  label,
  items,
  icon,
  iconOnly = false,
  variant,
  size,
  disabled = false,
}: MenuButtonProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const trigger = {
    'aria-haspopup': 'menu',
    'aria-expanded': anchor !== null,
    disabled,
    onClick: (event: { currentTarget: HTMLElement }) => setAnchor(event.currentTarget),
  } as const;
  return (
    <>
      {iconOnly ? (
        <IconButton label={label} {...trigger}>
          {icon}
        </IconButton>
      ) : (
        <Button variant={variant} size={size} icon={icon} {...trigger}>
          {label}
          <ExpandMoreIcon />
        </Button>
      )}
      <PopMenu label={label} anchor={anchor} items={items} onClose={() => setAnchor(null)} />
    </>
  );
}
