package dev.parley.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Texts under tags, each as tag (1 byte), length (4 bytes, big-endian) and UTF-8. A tag may occur several times. A reader passes
 * over tags that it does not know, so that it can read what a newer version wrote.
 */
final class Fields {

    private final Map<Tag, List<String>> values = new EnumMap<>(Tag.class);

    /** What a field is. The numbers are in files: they are never given another meaning. */
    enum Tag {
        KIND(1), ORGANIZATION(2), CONNECTION(3), RECEIVED_AT(4), ID(5), FROM(6), TO(7), BODY(8), MEDIA_TYPE(9), MEDIA_URL(10), KEYWORD(
                11),
        PART_REFERENCE(12), PART_INDEX(13), PART_TOTAL(14), MESSAGE(15), STATUS(16), REASON(17), CODE(18), WORDS(19);

        private final int number;

        Tag(int number) {
            this.number = number;
        }

        static Optional<Tag> of(int number) {
            return List.of(values()).stream().filter(tag -> tag.number == number).findFirst();
        }
    }

    Fields with(Tag tag, String value) {
        values.computeIfAbsent(tag, _ -> new ArrayList<>()).add(value);
        return this;
    }

    List<String> all(Tag tag) {
        return values.getOrDefault(tag, List.of());
    }

    Optional<String> find(Tag tag) {
        return all(tag).stream().findFirst();
    }

    /** The value of a field that every version writes. */
    String get(Tag tag) {
        return find(tag).orElseThrow(() -> new IllegalArgumentException("there is no " + tag));
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        var data = new DataOutputStream(bytes);
        values.forEach((tag, all) -> all.forEach(value -> write(data, tag, value)));
        return bytes.toByteArray();
    }

    /** Reads what {@link #bytes} gave; an {@link IllegalArgumentException} when it is nothing of the kind. */
    static Fields of(byte[] bytes) {
        var fields = new Fields();
        ByteBuffer data = ByteBuffer.wrap(bytes);
        try {
            while (data.hasRemaining()) {
                Optional<Tag> tag = Tag.of(data.get());
                String value = text(data, data.getInt());
                tag.ifPresent(known -> fields.with(known, value));
            }
        } catch (BufferUnderflowException tooShort) {
            throw new IllegalArgumentException("a field ends too soon", tooShort);
        }
        return fields;
    }

    private static String text(ByteBuffer data, int length) {
        if (length < 0 || length > data.remaining()) {
            throw new IllegalArgumentException("a field has no such length");
        }
        var text = new byte[length];
        data.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static void write(DataOutputStream data, Tag tag, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        try {
            data.writeByte(tag.number);
            data.writeInt(text.length);
            data.write(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
