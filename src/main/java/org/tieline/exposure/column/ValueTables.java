package org.tieline.exposure.column;

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
        dates = new DateTable();
        attributes = new NumberTable();
        lives = new NumberTable();
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

    /** How many lists of countries there are. */
    public int countryLists() {
        return countries.size();
    }
}
