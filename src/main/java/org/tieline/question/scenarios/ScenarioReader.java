package org.tieline.question.scenarios;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.TielineException.BadParts;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.Snapshot;
import org.tieline.question.changes.Aspect;
import org.tieline.question.changes.ChangeKind;
import org.tieline.question.changes.ChangeQuestion;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.included.IncludeParameters;
import org.tieline.question.included.Inclusion;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.IdentifierText;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Reading;
import org.tieline.question.parameter.Values;

/** Understands a scenario: makes its changes in their order, each on top of those before it, and notes all that is wrong. */
final class ScenarioReader {
    private static final Parameters PARAMETERS = Parameters.of(ChangeQuestion.KIND, ChangeQuestion.ASPECT)
            .and(ExposureQuestion.COMMON)
            .and(IncludeParameters.ALL)
            .and(PageParameters.ALL)
            .refusing(ExposureQuestion.AFFILIATES, "exposures take it, as they are on record");

    private Snapshot snapshot;
    private final ScenarioText text;
    private final LocalDate today;
    private final List<BadParts.Part> wrong;
    private final Map<String, Integer> removed = new HashMap<>();
    private final List<String> sentences = new ArrayList<>();

    /** Which day it is, once the question is read. */
    private @Nullable Reading reading;

    private Set<ChangeKind> kinds = Set.of();
    private Set<Aspect> aspects = Set.of();
    private Inclusion inclusion = IncludeParameters.inclusion(Values.usual(IncludeParameters.ALL));

    ScenarioReader(Snapshot snapshot, ScenarioText text, LocalDate today) {
        this.snapshot = snapshot;
        this.text = text;
        this.today = today;
        wrong = new ArrayList<>(text.wrong());
    }

    /** The only kinds of differences of interest; empty for all. */
    Set<ChangeKind> kinds() {
        return kinds;
    }

    /** The only aspects of interest; empty for all. */
    Set<Aspect> aspects() {
        return aspects;
    }

    /** What is asked: what was given, or the release that the question names; once it is read. */
    Snapshot snapshot() {
        return snapshot;
    }

    /** What is to be told besides. */
    Inclusion inclusion() {
        return inclusion;
    }

    /** @throws BadParts if anything is wrong */
    Scenario read() {
        List<Map<String, List<String>>> changes = changes();
        ExposureQuestion question = question();
        LocalDate asOf = question == null ? today : question.search().asOf();
        reading = snapshot.reading(today)
                .at(asOf, question == null ? null : question.search().knownAt());
        TieOverlay ties = TieOverlay.over(
                snapshot.search().graph(),
                values(changes, "tie", "id").toList(),
                values(changes, "organization").map(this::meantIfAny).toList());
        BanOverlay bans = new BanOverlay(snapshot.bans(), asOf);
        Overlay<Organization> organizations = new Overlay<>(snapshot.organizations()::get);
        TieChanges tieChanges = new TieChanges(snapshot, ties, this);
        BanChanges banChanges = new BanChanges(bans, asOf, this);
        OrganizationChanges organizationChanges = new OrganizationChanges(organizations, ties, this);
        for (int i = 0; i < changes.size(); i++) {
            ScenarioFields fields = new ScenarioFields("changes[%d]".formatted(i), changes.get(i), wrong);
            String sentence = change(i, fields, tieChanges, banChanges, organizationChanges);
            sentences.add(sentence == null ? "" : sentence);
        }
        if (question == null || !wrong.isEmpty()) {
            throw new BadParts(wrong);
        }
        return new Scenario(snapshot, question, ties, bans, organizations, sentences);
    }

    private List<Map<String, List<String>>> changes() {
        if (text.changes() == null) {
            wrong.add(new BadParts.Part("changes", "changes must be given: a list, which may be empty", List.of()));
            return List.of();
        }
        if (text.changes().size() > ScenarioInquiry.MOST_CHANGES) {
            throw new BadQuestion(
                    "changes",
                    "changes may hold %d at most, held %d"
                            .formatted(
                                    ScenarioInquiry.MOST_CHANGES, text.changes().size()));
        }
        return text.changes();
    }

    private static Stream<String> values(List<Map<String, List<String>>> changes, String... fields) {
        return changes.stream()
                .flatMap(change -> Stream.of(fields).flatMap(field -> change.getOrDefault(field, List.of()).stream()))
                .map(String::strip);
    }

    /** Null if something is wrong with it. */
    private @Nullable ExposureQuestion question() {
        try {
            Values values = new Given(text.question()).read(PARAMETERS, snapshot.reading(today));
            snapshot = snapshot.of(values);
            kinds = values.get(ChangeQuestion.KIND);
            aspects = values.get(ChangeQuestion.ASPECT);
            inclusion = IncludeParameters.inclusion(values);
            ExposureQuestion question =
                    ExposureQuestion.of(values.as(ExposureQuestion.COMMON), PageParameters.page(values));
            boolean there = true;
            there &= areThere("vendor", question.vendors());
            there &= areThere("carrier", question.carriers());
            there &= areThere("government", question.bans().governments());
            return there ? question : null;
        } catch (BadQuestion e) {
            wrong.add(new BadParts.Part("question." + e.parameter(), e.getMessage(), List.of()));
            return null;
        }
    }

    private boolean areThere(String parameter, Set<String> ids) {
        boolean all = true;
        for (String id : ids) {
            try {
                snapshot.organization(id);
            } catch (NotFound e) {
                wrong.add(new BadParts.Part("question." + parameter, e.getMessage(), e.nearest()));
                all = false;
            }
        }
        return all;
    }

    /** Makes one change and says what it was understood to be; null if something is wrong with it. */
    private @Nullable String change(
            int place, ScenarioFields fields, TieChanges ties, BanChanges bans, OrganizationChanges organizations) {
        String word = fields.required("kind");
        ScenarioChangeKind kind = word == null ? null : fields.term("kind", ScenarioChangeKind.class);
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case END_TIE -> ties.end(place, fields);
            case ADD_TIE -> ties.add(place, fields);
            case CHANGE_TIE -> ties.change(place, fields);
            case CHANGE_STAKE -> ties.resize(place, fields);
            case ADD_BAN -> bans.add(place, fields);
            case LIFT_BAN -> bans.lift(place, fields);
            case CHANGE_ORGANIZATION -> organizations.change(place, fields);
            case REMOVE_ORGANIZATION -> remove(place, fields, ties, bans, organizations);
        };
    }

    private @Nullable String remove(
            int place, ScenarioFields fields, TieChanges ties, BanChanges bans, OrganizationChanges organizations) {
        Organization organization = organization(fields, "organization", fields.required("organization"));
        fields.refuseOthers();
        if (organization == null || !fields.sound()) {
            return null;
        }
        removed.put(organization.id(), place);
        organizations.remove(place, organization.id());
        return "The organization %s is taken away, with %d ties and from %d bans."
                .formatted(
                        organization.id(),
                        ties.remove(place, organization.id()),
                        bans.remove(place, organization.id()));
    }

    /** An organization that a field names; null, and noted, if it is not there or was taken away. */
    @Nullable
    Organization organization(ScenarioFields fields, String field, @Nullable String given) {
        if (given == null) {
            return null;
        }
        String id;
        try {
            id = meant(given);
        } catch (InvalidValue e) {
            fields.refuse(field, e.in(field).getMessage(), List.of());
            return null;
        }
        if (removed.containsKey(id)) {
            fields.refuse(field, "%s was taken away by changes[%d]".formatted(id, removed.get(id)), List.of());
            return null;
        }
        try {
            return snapshot.organization(id);
        } catch (NotFound e) {
            fields.refuse(field, e.getMessage(), e.nearest());
            return null;
        }
    }

    /** The id of the organization that has an identifier on the day of the question; an id as it is. */
    private String meant(String given) {
        return IdentifierText.isMeant(given) ? Objects.requireNonNull(reading).organization(given) : given;
    }

    /** The same, and the text itself where it is told elsewhere what is wrong with it. */
    private String meantIfAny(String given) {
        try {
            return meant(given);
        } catch (InvalidValue e) {
            return given;
        }
    }
}
