-- Clocks of other hosts may be wrong: what is silent, and what came after an order, is told by our own.
alter table seen_instance add column heard_at timestamptz not null default now();
alter table brake_order add column said_at timestamptz not null default now(); -- when the service was last told
