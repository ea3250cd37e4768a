-- How much of a replay is kept: everything, less (it is being deleted), or its head with the sums of its walks.
alter table replay add column kept text not null default 'ALL' check (kept in ('ALL', 'LESS', 'HEAD'));

create index replay_to_forget on replay (changed_at)
    where kept <> 'HEAD' and state in ('COMPLETED', 'CANCELLED', 'STOPPED');
