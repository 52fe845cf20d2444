package org.tieline.http.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tieline.http.pages.AskedThreeWays.Click;
import org.tieline.http.pages.AskedThreeWays.Reading;

/** Does in a page of the explorer what a question says, and tells whether the page has an answer. */
record Reader(Page page) {
    private static final String FIELD_FOR_EVERYTHING = "#everything:visible, #everywhere:visible";
    private static final String MORE = "…";

    void does(Click click) {
        switch (click) {
            case Click.Press press -> pressable(press.name()).click();
            case Click.Check check ->
                page.getByLabel(check.name(), new Page.GetByLabelOptions().setExact(true))
                        .check();
            case Click.Choose choose ->
                page.locator(labelled(choose.field())).selectOption(new SelectOption().setLabel(choose.option()));
            case Click.Write write ->
                page.getByLabel(write.field(), new Page.GetByLabelOptions().setExact(true))
                        .fill(write.text());
            case Click.LookUp look -> {
                page.locator(look.field() == null ? FIELD_FOR_EVERYTHING : labelled(look.field()))
                        .fill(look.text());
                page.locator("[role=option]:has(.name:text-is(\"%s\"))".formatted(look.taken()))
                        .first()
                        .click();
            }
        }
    }

    private static String labelled(String label) {
        return "[aria-label=\"%1$s\"], label:has(> span:text-is(\"%1$s\")) select".formatted(label);
    }

    private Locator pressable(String name) {
        Pattern pattern = name.endsWith(MORE)
                ? Pattern.compile("^" + quoted(name.substring(0, name.length() - 1)))
                : Pattern.compile("^" + quoted(name) + "$");
        Locator named = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(pattern))
                .or(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(pattern)))
                .or(page.locator("summary").filter(new Locator.FilterOptions().setHasText(pattern)));
        return named.first();
    }

    /** The browser's regular expressions know no {@code \\Q}. */
    private static String quoted(String text) {
        return text.replaceAll("[.?*+^$(){}|\\[\\]\\\\]", "\\\\$0");
    }

    /** Whether the page has these answers, and no more where it has a row for each. */
    boolean has(Reading reading, List<String> answers) {
        return switch (reading) {
            case Reading.Rows rows -> areOf(rows(rows.part()), answers);
            case Reading.Text text -> {
                String said = said(part(text.part()));
                yield answers.stream().allMatch(answer -> says(said, answer));
            }
            case Reading.Count count ->
                answers.equals(List.of(String.valueOf(rows(count.part()).size())));
            case Reading.Cell cell -> answers.equals(List.of(cell(cell)));
        };
    }

    private static boolean areOf(List<String> rows, List<String> answers) {
        return rows.size() == answers.size()
                && answers.stream().allMatch(answer -> rows.stream().anyMatch(row -> says(row, answer)))
                && rows.stream().allMatch(row -> answers.stream().anyMatch(answer -> says(row, answer)));
    }

    private static boolean says(String text, String answer) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(answer) + "(?![\\p{L}\\p{N}])")
                .matcher(text.replaceAll("(?<=\\d),(?=\\d{3})", ""))
                .find();
    }

    /** What the page says in the place of an answer, for whoever looks for what is wrong. */
    String says(Reading reading) {
        return switch (reading) {
            case Reading.Rows rows -> String.join("\n", rows(rows.part()));
            case Reading.Text text -> said(part(text.part()));
            case Reading.Count count -> String.valueOf(rows(count.part()).size());
            case Reading.Cell cell -> cell(cell);
        };
    }

    private List<String> rows(String part) {
        Locator found = part(part);
        if (found.count() == 0) {
            return List.of();
        }
        Locator rows = found.locator("tbody > tr").or(found.locator("xpath=descendant-or-self::ul/li"));
        return rows.allInnerTexts();
    }

    private String cell(Reading.Cell cell) {
        Locator table = part(cell.part());
        if (table.count() == 0) {
            return "";
        }
        List<String> columns = table.locator("thead th").allInnerTexts();
        int column = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).strip().equalsIgnoreCase(cell.column()))
                .findFirst()
                .orElse(-1);
        Locator row = table.locator("tbody > tr:has(th :text-is(\"%s\"))".formatted(cell.row()));
        return column < 0 || row.count() == 0
                ? ""
                : row.first().locator("th, td").nth(column).innerText().strip();
    }

    private static String said(Locator part) {
        return part.count() == 0 ? "" : part.innerText();
    }

    /** What has this label, stands behind this word of a list, or follows this heading. */
    private Locator part(String name) {
        List<String> places = new ArrayList<>(
                List.of("main [aria-label=\"%s\"]", "main dt:text-is(\"%s\") + dd", "main h2:text-is(\"%s\") + *"));
        return places.stream()
                .map(place -> page.locator(place.formatted(name)).first())
                .filter(found -> found.count() > 0)
                .findFirst()
                .orElseGet(() -> page.locator(String.format(Locale.ROOT, places.getFirst(), name))
                        .first());
    }
}
