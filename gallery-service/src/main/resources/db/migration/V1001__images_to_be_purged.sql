-- The few images that wait for their purge, for the sweep.
create index images_to_be_purged on images (deleted_at) where deleted_at is not null and purged_at is null;
