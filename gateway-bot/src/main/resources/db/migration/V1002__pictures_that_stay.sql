-- A picture a person was given: its buttons lead to new messages and never take it away.
alter table card_message add column stays boolean not null default false;
