-- Pictures that people upload; their renditions are in the storage.
CREATE TABLE image (
    program_id uuid NOT NULL,
    image_id uuid NOT NULL,
    content_hash bytea NOT NULL,
    width smallint NOT NULL,
    height smallint NOT NULL,
    widths smallint[],
    alpha boolean NOT NULL,
    blur_colour char(7) NOT NULL,
    created_at timestamptz(3) NOT NULL,
    CONSTRAINT image_pkey PRIMARY KEY (program_id, image_id),
    CONSTRAINT image_program_id_fkey FOREIGN KEY (program_id) REFERENCES program (program_id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT image_content_hash_check CHECK (octet_length(content_hash) = 32),
    CONSTRAINT image_size_check CHECK (width BETWEEN 1 AND 1600 AND height BETWEEN 1 AND 1600),
    CONSTRAINT image_widths_check CHECK (cardinality(widths) > 0 AND widths[cardinality(widths)] = width),
    CONSTRAINT image_blur_colour_check CHECK (blur_colour ~ '^#[0-9a-f]{6}$')
);
CREATE UNIQUE INDEX image_program_id_content_hash_key ON image (program_id, content_hash);
