-- What a consumer was asked for was about something it did not know: a rebuild takes it up again.
alter table inbox add column in_vain boolean not null default false;
