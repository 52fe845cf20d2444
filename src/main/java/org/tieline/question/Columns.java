package org.tieline.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Hop;
import org.tieline.model.Term;

/** The columns of a table whose rows are results of one kind. Immutable. */
public final class Columns<R> {
    private record Column<R>(String name, Function<? super R, ?> cell) {}

    private final List<Column<R>> columns;

    private Columns(List<Column<R>> columns) {
        this.columns = List.copyOf(columns);
    }

    public static <R> Columns<R> none() {
        return new Columns<>(List.of());
    }

    /** These and one more. What is null is an empty cell, a list its elements with bars between them, a set sorted. */
    public Columns<R> and(String name, Function<? super R, ? extends @Nullable Object> cell) {
        List<Column<R>> more = new ArrayList<>(columns);
        more.add(new Column<>(name, cell));
        return new Columns<>(more);
    }

    /** These and three more, for the id, the name and the country of an organization. */
    public Columns<R> andOrganization(String name, Function<? super R, OrganizationRef> organization) {
        return and(name, row -> organization.apply(row).id())
                .and(name + "Name", row -> organization.apply(row).name())
                .and(name + "Country", row -> organization.apply(row).country());
    }

    /** These and those of a path, for what was found by walking one: where it leads, through which ties, and who says so. */
    public Columns<R> andPath(Function<? super R, List<Hop>> path) {
        return and("path", row -> organizations(path.apply(row)))
                .and("ties", row -> path.apply(row).stream().map(Hop::tie).toList())
                .and("sources", row -> path.apply(row).stream()
                        .flatMap(hop -> hop.sources().stream())
                        .distinct()
                        .toList());
    }

    /** The ids of the organizations of a path in walking order, one more than it has ties. */
    public static List<String> organizations(List<Hop> path) {
        List<String> ids = new ArrayList<>();
        for (Hop hop : path) {
            if (ids.isEmpty()) {
                ids.add(hop.from());
            }
            ids.add(hop.to());
        }
        return ids;
    }

    public AnswerTable table(List<R> results) {
        return new AnswerTable(names(), results.stream().map(this::row).toList());
    }

    /** What stands above the columns. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** One result, a cell for each column. */
    public List<String> row(R result) {
        return columns.stream().map(column -> text(column.cell().apply(result))).toList();
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case Term term -> term.text();
            case BigDecimal number -> number.toPlainString();
            case Set<?> unordered -> text(unordered.stream().sorted().toList());
            case Collection<?> elements ->
                elements.stream().filter(Objects::nonNull).map(Columns::text).collect(Collectors.joining("|"));
            default -> value.toString();
        };
    }
}
