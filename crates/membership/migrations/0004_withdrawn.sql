-- Why and when something that was to be sent was taken back before it went
-- out: the person applied, joined or declined while the mail server was away.
ALTER TABLE dispatch ADD COLUMN withdrawn_for TEXT;
ALTER TABLE dispatch ADD COLUMN withdrawn_at BIGINT;
