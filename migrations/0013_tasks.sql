-- What waits for a person is reckoned from what each room keeps (platform/tasks.ts); it is stored nowhere a second time.
drop table platform.task;
