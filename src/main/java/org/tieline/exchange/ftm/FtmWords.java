package org.tieline.exchange.ftm;

/** The words of FollowTheMoney that both directions use, and how facts that it has no word for are written in it. */
final class FtmWords {
    static final String COMPANY = "Company";
    static final String ORGANIZATION = "Organization";
    static final String PUBLIC_BODY = "PublicBody";
    static final String DOCUMENT = "Document";
    static final String OWNERSHIP = "Ownership";
    static final String UNKNOWN_LINK = "UnknownLink";
    static final String SUCCESSION = "Succession";
    static final String SANCTION = "Sanction";

    /**
     * Entities of a file share one space of ids, which facts of different tables need not. Ids of facts have no dots, so these
     * beginnings keep them apart; organizations go without.
     */
    static final String TIE = "tie.";

    static final String BAN = "ban.";
    static final String HEIR = "succession.";
    static final String SOURCE = "source.";

    /** Before the kind of an organization among its keywords. */
    static final String KIND = "tieline:";

    /** Before a former id of an organization, in the same property. */
    static final String FORMER_ID = "tieline:former:";

    /** Before the type of a tie that was denied, as its role. FollowTheMoney has no word for a denial. */
    static final String DENIED = "denied ";

    static final String SEGMENT = "segment";
    static final String GENERATION = "generation";
    static final String PERCENTAGE = "percentage";
    static final String GOVERNMENT = "government";
    static final String NAMED = "named";
    static final String CARRIER = "carrier";
    static final String NATURE = "nature";
    static final String REPORTED = "reported";
    static final String DEADLINE = "deadline";
    static final String OWNERSHIP_RULE = "ownership rule";
    static final String REPLACES = "replaces";
    static final String REMOVING = "removing";
    static final String VERIFIED = "verified";
    static final String SHARE = "share";
    static final String SHARE_ON = "share on";
    static final String PLACE = "country";
    static final String IDENTIFIER = "identifier";

    /** Before the id of a source, in a claim that this program wrote; the document has {@link #SOURCE} before its own. */
    static final String CITES = "source";

    private FtmWords() {}

    /** A detail that has no property of its own, as one of the values of {@code description}. */
    static String detail(String key, String value) {
        return key + ": " + value;
    }
}
