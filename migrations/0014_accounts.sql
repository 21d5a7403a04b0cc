-- Since when an account is in use: the day its person chose the first password. An earlier one does not say.
alter table platform.account add column active_since timestamptz;
