package org.tieline.exposure.column;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The distinct values that the columns of a graph name by code. */
public final class ValueTables {
    private final DateTable dates;
    private final NumberTable attributes;
    private final NumberTable lives;
    private final List<List<String>> countries;
    private final Map<List<String>, Integer> codeOfCountries;

    /** Without values, but for no countries, which have code 0. */
    public ValueTables() {
        this(new DateTable(), new NumberTable(), new NumberTable());
    }

    private ValueTables(DateTable dates, NumberTable attributes, NumberTable lives) {
        this.dates = dates;
        this.attributes = attributes;
        this.lives = lives;
        countries = new ArrayList<>();
        codeOfCountries = new HashMap<>();
        code(List.of());
    }

    /** With the values of another, to which more can be added: what names them there names them here. */
    public ValueTables(ValueTables other) {
        dates = new DateTable(other.dates);
        attributes = new NumberTable(other.attributes);
        lives = new NumberTable(other.lives);
        countries = new ArrayList<>(other.countries);
        codeOfCountries = new HashMap<>(other.codeOfCountries);
    }

    /** Dates. */
    public DateTable dates() {
        return dates;
    }

    /** What the kind, the grade and the words of a tie are, packed. */
    public NumberTable attributes() {
        return attributes;
    }

    /** Lives of organizations, packed. */
    public NumberTable lives() {
        return lives;
    }

    /** The code of some countries; adds them if they are new. */
    public int code(List<String> some) {
        Integer known = codeOfCountries.get(some);
        if (known != null) {
            return known;
        }
        countries.add(some);
        codeOfCountries.put(some, countries.size() - 1);
        return countries.size() - 1;
    }

    /** The countries of a code. */
    public List<String> countries(int code) {
        return countries.get(code);
    }

    /** Writes them. */
    public void write(DataOutputStream out) throws IOException {
        dates.write(out);
        attributes.write(out);
        lives.write(out);
        out.writeInt(countries.size());
        for (List<String> some : countries) {
            out.writeInt(some.size());
            for (String country : some) {
                out.writeUTF(country);
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    public static ValueTables read(DataInputStream in) throws IOException {
        ValueTables tables = new ValueTables(DateTable.read(in), NumberTable.read(in), NumberTable.read(in));
        for (int left = in.readInt(); left > 0; left--) {
            List<String> some = new ArrayList<>();
            for (int country = in.readInt(); country > 0; country--) {
                some.add(in.readUTF());
            }
            tables.code(List.copyOf(some));
        }
        return tables;
    }
}
