-- Since when a job stands in its state, kept by the database itself whatever changes it: operators are told of those that
-- stand still.
alter table generations add column state_since timestamptz not null default now();
update generations set state_since = coalesce(ended_at, requested_at);

create function state_begins() returns trigger language plpgsql as $$
begin
    new.state_since = now();
    return new;
end $$;

create trigger generations_state_begins before update of status on generations
    for each row when (old.status is distinct from new.status) execute function state_begins();
