package org.tieline.graph;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.model.PartialDate;

/**
 * The form in which records of one type stand in a stream of bytes: component after component as the type declares them,
 * each with a byte before it that says whether it is there. Made from the type itself, so that it changes with it.
 */
public final class RecordForm<R extends Record> {
    private final Class<R> type;
    private final RecordComponent[] components;
    private final Form[] forms;
    private final Constructor<R> constructor;

    /** How values of one type are written and read; never null. */
    private interface Form {
        void write(Object value, DataOutputStream out) throws IOException;

        Object read(DataInputStream in) throws IOException;
    }

    /** @throws IllegalStateException if a component is of a type that has no form */
    public RecordForm(Class<R> type) {
        this.type = type;
        components = type.getRecordComponents();
        forms = Arrays.stream(components)
                .map(component -> form(component.getGenericType()))
                .toArray(Form[]::new);
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has this constructor", e);
        }
    }

    /** The form in words: forms with equal words read what the other wrote. */
    public String words() {
        return Arrays.stream(components)
                .map(component -> component.getName() + " " + words(component.getGenericType()))
                .collect(Collectors.joining(", ", type.getSimpleName() + "(", ")"));
    }

    private static String words(Type of) {
        if (of instanceof ParameterizedType list) {
            return "list of " + words(list.getActualTypeArguments()[0]);
        }
        Class<?> plain = (Class<?>) of;
        return plain.isEnum() ? Arrays.toString(plain.getEnumConstants()) : plain.getSimpleName();
    }

    /** Writes a record. */
    public void write(R value, DataOutputStream out) throws IOException {
        for (int i = 0; i < forms.length; i++) {
            Object component = component(i, value);
            out.writeBoolean(component != null);
            if (component != null) {
                forms[i].write(component, out);
            }
        }
    }

    private @Nullable Object component(int i, R value) {
        try {
            return components[i].getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a component of %s cannot be had".formatted(type), e);
        }
    }

    /** @throws org.tieline.model.InvalidValue if what is read is no such record */
    public R read(DataInputStream in) throws IOException {
        @Nullable Object[] values = new @Nullable Object[forms.length];
        for (int i = 0; i < forms.length; i++) {
            values[i] = in.readBoolean() ? forms[i].read(in) : null;
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a %s cannot be made".formatted(type), e);
        }
    }

    /** A record by itself. */
    public byte[] bytes(R value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(value, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("a record could not be held in memory", e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #bytes} made. */
    public R of(byte[] bytes) {
        try {
            return read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException("a record that was kept cannot be read", e);
        }
    }

    /** Writes a list: how many, then one after the other. */
    public void writeAll(Stream<R> all, int count, DataOutputStream out) throws IOException {
        out.writeInt(count);
        for (R value : (Iterable<R>) all::iterator) {
            write(value, out);
        }
    }

    /** Reads what {@link #writeAll} wrote. */
    public void readAll(DataInputStream in, Consumer<R> taker) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            taker.accept(read(in));
        }
    }

    /** Texts may be longer than those of Java's own form. */
    public static void writeText(String text, DataOutput out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Reads what {@link #writeText} wrote. */
    public static String readText(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Form form(Type of) {
        if (of instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new ListForm(form(list.getActualTypeArguments()[0]));
        }
        if (of instanceof Class<?> plain && plain.isEnum()) {
            return new EnumForm(Objects.requireNonNull(plain.getEnumConstants()));
        }
        if (of instanceof Class<?> plain && plain.isRecord()) {
            return new NestedForm<>(new RecordForm<>(plain.asSubclass(Record.class)));
        }
        if (of == byte[].class) {
            return new BytesForm();
        }
        return new TextForm(Texts.of(of));
    }

    private record ListForm(Form each) implements Form {
        @Override
        public void write(Object value, DataOutputStream out) throws IOException {
            List<?> list = (List<?>) value;
            out.writeInt(list.size());
            for (Object element : list) {
                each.write(element, out);
            }
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            List<Object> list = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                list.add(each.read(in));
            }
            return List.copyOf(list);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record EnumForm(Object[] constants) implements Form {
        @Override
        public void write(Object value, DataOutputStream out) throws IOException {
            out.writeByte(((Enum<?>) value).ordinal());
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            return constants[in.readUnsignedByte()];
        }
    }

    private record NestedForm<N extends Record>(RecordForm<N> form) implements Form {
        @Override
        public void write(Object value, DataOutputStream out) throws IOException {
            form.write(form.type.cast(value), out);
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            return form.read(in);
        }
    }

    private record BytesForm() implements Form {
        @Override
        public void write(Object value, DataOutputStream out) throws IOException {
            byte[] bytes = (byte[]) value;
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            return bytes;
        }
    }

    private record TextForm(Texts.Parser parser) implements Form {
        @Override
        public void write(Object value, DataOutputStream out) throws IOException {
            writeText(value.toString(), out);
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            return parser.parse(readText(in));
        }
    }

    /** What is written as its own text. */
    private static final class Texts {
        private interface Parser {
            Object parse(String text);
        }

        private static Parser of(Type type) {
            if (type == String.class) {
                return text -> text;
            }
            if (type == PartialDate.class) {
                return PartialDate::parse;
            }
            if (type == LocalDate.class) {
                return LocalDate::parse;
            }
            if (type == Instant.class) {
                return Instant::parse;
            }
            if (type == BigDecimal.class) {
                return BigDecimal::new;
            }
            if (type == boolean.class) {
                return Boolean::valueOf;
            }
            if (type == int.class) {
                return Integer::valueOf;
            }
            if (type == long.class) {
                return Long::valueOf;
            }
            throw new IllegalStateException("no form for values of " + type);
        }
    }
}
