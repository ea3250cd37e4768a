-- A hold that was given back before it was asked for: it is never held any more.
alter table hold alter column purpose drop not null;
alter table hold alter column amount drop not null;
alter table hold drop constraint hold_status_check;
alter table hold add constraint hold_status_check check (status in ('held', 'captured', 'released', 'withdrawn'));
alter table hold add constraint hold_of_something
    check (status = 'withdrawn' or (purpose is not null and amount is not null));
