-- Since when a job stands in its state, kept by the database itself whatever changes it: operators are told of those that
-- stand still.
alter table training_run add column state_since timestamptz not null default now();
update training_run set state_since = coalesce(ended_at, coalesce(held_at, requested_at));

create function state_begins() returns trigger language plpgsql as $$
begin
    new.state_since = now();
    return new;
end $$;

create trigger training_run_state_begins before update of status on training_run
    for each row when (old.status is distinct from new.status) execute function state_begins();
