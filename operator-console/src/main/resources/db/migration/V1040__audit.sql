-- What operators did. Entries are added and never touched again: not even by a mistake of ours.
create table audit_entry (
	id bigint generated always as identity primary key,
	at timestamptz not null default clock_timestamp(),
	who text not null,
	what text not null,
	about text not null,
	details jsonb not null
);

create index audit_entry_who on audit_entry (who, id);

create index audit_entry_at on audit_entry (at);

create function refuse_to_change_the_audit() returns trigger language plpgsql as $$
begin
	raise exception 'The audit is only added to: % is refused', lower(tg_op);
end
$$;

create trigger audit_is_only_added_to before update or delete on audit_entry
	for each row execute function refuse_to_change_the_audit();

create trigger audit_is_not_emptied before truncate on audit_entry
	for each statement execute function refuse_to_change_the_audit();
