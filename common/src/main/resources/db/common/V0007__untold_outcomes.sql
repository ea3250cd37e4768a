-- What became of replayed records and is not told yet; written with what the record changed, told with others in one
-- report. Outcome is a ReplayOutcome as JSON text, whatever characters a failure's message has.
create table untold_outcome (
    seq       bigint generated always as identity primary key,
    replay_id text not null,
    outcome   text not null
);
