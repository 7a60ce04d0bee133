-- The new address that a link confirms; it goes with the link.
ALTER TABLE one_time_link ADD COLUMN email TEXT;

-- Regions are asked for on pages of the machine, too.
UPDATE setting SET key = 'union-regions' WHERE key = 'membership-regions';
