package org.tieline.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** The setting that somebody probably meant. */
final class Nearest {
    private Nearest() {}

    static Setting setting(String name) {
        String wanted = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return Arrays.stream(Setting.values())
                .min(Comparator.comparingInt(setting -> distance(setting.name(), wanted)))
                .orElseThrow();
    }

    /** The Levenshtein distance: how many letters to insert, delete or replace. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
