package org.tieline.http.message;

import java.util.Locale;

/** The kinds of failure that a client can tell apart, each with an address that explains it. */
public enum ProblemType {
    BAD_QUESTION(
            400,
            "The question cannot be understood",
            "A parameter is unknown, or its value is; the detail says which and what is allowed."),
    UNKNOWN_ID(
            404,
            "There is nothing with this id",
            "The address or a parameter names something that is not there; nearest lists ids that are close to it."),
    TOO_OLD(
            410,
            "Nothing of that time is kept",
            "What happened so long ago is not told any more; oldest is the earliest time that may be named."),
    DATABASE_UNAVAILABLE(
            503,
            "The database does not answer",
            "Try again after the seconds in Retry-After. Exposures are answered without the database once it was read."),
    INVALID_DATA(
            500, "The data has errors", "A folder of data was not loaded; errors lists all that is wrong with it."),
    BAD_SETTINGS(500, "The server is set up badly", "The settings of the server cannot be used; its log says which."),
    NOT_FOUND(404, "There is nothing at this address", "No route has this path; /v1 lists them all."),
    METHOD_NOT_ALLOWED(
            405, "This address does not answer this method", "The header Allow lists those that it answers."),
    NO_KEY(
            401,
            "A key is needed",
            "This server answers those whom it knows: send your key in X-API-Key, or in Authorization after Bearer."),
    NO_SUBSCRIPTIONS(
            403,
            "Nobody can subscribe here",
            "Subscriptions belong to keys, and this server knows none; it may be given some."),
    TOO_MANY_SUBSCRIPTIONS(
            409, "The key has as many subscriptions as it may", "One of them must be deleted before another is added."),
    TOO_MANY_REQUESTS(
            429,
            "Too many requests",
            "Ask again after the seconds in Retry-After; requests are counted by the minute."),
    TOOK_TOO_LONG(
            503,
            "The answer took too long",
            "The server gave the question up. Ask for less: fewer vendors or days, fewer hops, a smaller limit."),
    BUSY(
            503,
            "The server is busy",
            "It does as much as it may at once. Try again after the seconds in Retry-After, or ask for less."),
    BAD_REQUEST(400, "The request cannot be read", "The path, the query or a header is not written as HTTP wants it."),
    UNEXPECTED(500, "The server failed", "A mistake of the server; its log tells more under the incident.");

    private final int status;
    private final String title;
    private final String meaning;

    ProblemType(int status, String title, String meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** One or two sentences for people. */
    public String meaning() {
        return meaning;
    }

    /** The last part of its address. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where it is explained. */
    public String address() {
        return "/problems/" + id();
    }
}
