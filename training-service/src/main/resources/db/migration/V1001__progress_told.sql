alter table training_run add column told_minutes int not null default 0;
