package org.tieline.question.reconciliation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Term;

/** What can be asked of an organization beside its name: to narrow what a name may mean, or to be added to it. */
public enum OrganizationProperty implements Term {
    ID("id", "Identifier", "The id of the organization in this data set.", true, false),
    KIND("kind", "Kind", "vendor, carrier, company, government or association.", true, false),
    COUNTRY("country", "Country", "The country it is based in: ISO 3166-1 alpha-2, EU or XK.", true, false),
    NAME("name", "Name", "The name on record.", false, false),
    ALIAS("alias", "Other names", "All other names on record, in any script.", false, false),
    WIKIDATA("wikidata", "Wikidata", "The item of Wikidata that is about it.", IdentifierScheme.WIKIDATA),
    LEI("lei", "Legal entity identifier", "Its legal entity identifier (ISO 17442).", IdentifierScheme.LEI),
    ISIN(
            "isin",
            "ISIN",
            "The international securities identification numbers of its shares (ISO 6166).",
            IdentifierScheme.ISIN),
    MCC_MNC(
            "mcc-mnc",
            "Network code",
            "The mobile country and network codes that it uses on the day (ITU-T E.212), like 440-10.",
            IdentifierScheme.MCC_MNC),
    ASN("asn", "Autonomous system", "The numbers of its autonomous systems.", IdentifierScheme.ASN),
    REGISTER(
            "register",
            "Company register",
            "Its numbers in company registers, each after the country: SE 556016-0680.",
            IdentifierScheme.REGISTER),
    RESTRICTED_SINCE(
            "restrictedSince",
            "Restricted since",
            "The earliest date by which the bans that restrict it on the day had come that far, as its source gave it.",
            false,
            false),
    RESTRICTED_BY(
            "restrictedBy",
            "Restricted by",
            "The bans that restrict it on the day, each with its country, state, date and sources.",
            false,
            false),
    EXPOSED_TO(
            "exposedTo",
            "Exposed to",
            "Restricted vendors from which ties lead to the carrier on the day, nearest first.",
            false,
            true),
    EXPOSURE_PATH(
            "exposurePath",
            "Exposure path",
            "The ties of each exposure with their sources, in the order of exposedTo.",
            false,
            true),
    OWNER("owner", "Owner", "Organizations that hold a stake in it on the day.", false, false),
    OWNER_PERCENT(
            "ownerPercent",
            "Stake of the owner",
            "The percentage that each owner holds, in the order of owner; empty if it is not known.",
            false,
            false),
    OWNER_TIE(
            "ownerTie",
            "Tie of the owner",
            "The tie that states each stake, with its dates, grade and sources, in the order of owner.",
            false,
            false);

    private final String text;
    private final String title;
    private final String meaning;
    private final boolean narrows;
    private final boolean ofCarriers;
    private final @Nullable IdentifierScheme scheme;

    OrganizationProperty(String text, String title, String meaning, IdentifierScheme scheme) {
        this(text, title, meaning, true, false, scheme);
    }

    OrganizationProperty(String text, String title, String meaning, boolean narrows, boolean ofCarriers) {
        this(text, title, meaning, narrows, ofCarriers, null);
    }

    OrganizationProperty(
            String text,
            String title,
            String meaning,
            boolean narrows,
            boolean ofCarriers,
            @Nullable IdentifierScheme scheme) {
        this.text = text;
        this.title = title;
        this.meaning = meaning;
        this.narrows = narrows;
        this.ofCarriers = ofCarriers;
        this.scheme = scheme;
    }

    @Override
    public String text() {
        return text;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** In a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether a name that is looked for can be narrowed by it. */
    public boolean narrows() {
        return narrows;
    }

    /** The register whose identifiers it has; empty if it has none. */
    public Optional<IdentifierScheme> scheme() {
        return Optional.ofNullable(scheme);
    }

    /** Whether organizations of a kind can have it. */
    public boolean isOf(OrganizationKind kind) {
        return !ofCarriers || kind == OrganizationKind.CARRIER;
    }
}
