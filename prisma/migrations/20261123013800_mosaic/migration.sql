-- A picture's colours in eight columns and six rows: what stands in its place until it is there.
ALTER TABLE image
    ADD COLUMN mosaic text,
    ADD CONSTRAINT image_mosaic_check CHECK (length(mosaic) = 288 AND mosaic ~ '^[0-9a-f]+$');
