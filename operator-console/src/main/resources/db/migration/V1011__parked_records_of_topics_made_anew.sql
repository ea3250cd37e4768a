-- A topic that was made anew has other events at the old places.
alter table parked_record drop constraint parked_record_consumer_topic_topic_partition_topic_offset_key;
create unique index parked_record_once on parked_record
    (consumer, topic, topic_partition, topic_offset, md5(coalesce(event_id, '')));

alter table parked_attempt drop constraint parked_attempt_parked_topic_parked_partition_parked_offset_key;
alter table parked_attempt add constraint parked_attempt_once
    unique (parked_topic, parked_partition, parked_offset, happened_at);

create index parked_retry_item_by_record on parked_retry_item (parked_id, retry_id);
create index parked_edit_by_record on parked_edit (parked_id);
create index parked_record_settled on parked_record (settled_at) where status in ('HANDLED', 'DISCARDED', 'EDITED');
