-- How often in a row the provider did not know the request.
alter table generations add column misses int not null default 0 check (misses >= 0);
