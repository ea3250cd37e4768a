-- One row for a person: locked for every movement, so that the movements of one person stand in a line.
create table credit_account (
    user_id  bigint primary key,
    chat_id  bigint not null,
    revision bigint not null default 0
);

-- Double entry, append-only. Accounts: grants, revenue, person:<id>:available, person:<id>:held.
create table ledger_movement (
    id           uuid        primary key,
    movement_key text        not null unique,
    user_id      bigint      not null references credit_account,
    kind         text        not null check (kind in ('WELCOME', 'HOLD', 'CAPTURE', 'RELEASE')),
    purpose      text        check (purpose in ('TRAINING', 'GENERATION')),
    reason       text,
    moved_at     timestamptz not null
);
create index ledger_movement_of_person on ledger_movement (user_id, moved_at desc);

create table ledger_entry (
    id          bigint generated always as identity primary key,
    movement_id uuid   not null references ledger_movement,
    account     text   not null,
    amount      bigint not null check (amount <> 0)
);
create index ledger_entry_of_account on ledger_entry (account) include (amount);
create index ledger_entry_of_movement on ledger_entry (movement_id);

create table hold (
    id         uuid        primary key,
    user_id    bigint      not null references credit_account,
    purpose    text        not null check (purpose in ('TRAINING', 'GENERATION')),
    amount     int         not null check (amount > 0),
    captured   int         not null default 0 check (captured between 0 and amount),
    status     text        not null check (status in ('held', 'captured', 'released')),
    held_at    timestamptz not null,
    settled_at timestamptz
);

create function ledger_stays_as_it_is() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only';
end $$;
create trigger ledger_movement_stays before update or delete or truncate on ledger_movement
    for each statement execute function ledger_stays_as_it_is();
create trigger ledger_entry_stays before update or delete or truncate on ledger_entry
    for each statement execute function ledger_stays_as_it_is();

create function ledger_movement_sums_to_zero() returns trigger language plpgsql as $$
begin
    if (select sum(amount) from ledger_entry where movement_id = new.movement_id) <> 0 then
        raise exception 'movement % does not sum to zero', new.movement_id;
    end if;
    return null;
end $$;
create constraint trigger ledger_entry_balances after insert on ledger_entry
    deferrable initially deferred for each row execute function ledger_movement_sums_to_zero();
