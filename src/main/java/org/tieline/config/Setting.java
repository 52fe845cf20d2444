package org.tieline.config;

/**
 * Every setting there is, under the name that it has in the environment and in a properties file.
 *
 * <p>The reference table of the documentation is held against this list by a test.
 */
public enum Setting {
    /** The data folder. */
    TIELINE_HOME("the user's data folder", "folder of the embedded database and its logs"),

    /** The network address. */
    TIELINE_HOST(
            "127.0.0.1",
            "address on which API, Neo4j Browser and Bolt listen; another than this machine's own "
                    + "needs NEO4J_PASSWORD"),

    /** The port of the API. */
    TIELINE_PORT("7070", "port of the API; 0 picks a free one"),

    /** The port of Neo4j Browser. */
    TIELINE_BROWSER_PORT(
            "7474", "port of Neo4j Browser and of the HTTP API of the embedded database; 0 picks a free one"),

    /** The port of Bolt. */
    TIELINE_BOLT_PORT("7687", "port on which the embedded database speaks Bolt; 0 picks a free one"),

    /** Whose web pages may read the API. */
    TIELINE_CORS_ORIGINS(
            "none",
            "origins of web pages that may read the API, like https://example.org, with commas between them; * for all; "
                    + "Neo4j Browser of the embedded database always may"),

    /** Whose web pages may frame cards. */
    TIELINE_EMBED_ORIGINS(
            "none",
            "origins of web pages that may show the cards under /embed in a frame, with commas between them; * for all; no "
                    + "other page may be framed"),

    /** Further names of this machine. */
    TIELINE_HOSTS(
            "none",
            "names under which all ports are asked beside localhost and TIELINE_HOST, with commas between them; requests "
                    + "that mean another host are refused"),

    /** Whose word on the client counts. */
    TIELINE_TRUSTED_PROXIES(
            "none",
            "addresses of proxies, or networks like 10.0.0.0/8, whose X-Forwarded-Host, -Proto and -Port are believed, with "
                    + "commas between them"),

    /** The data that are loaded at start. */
    TIELINE_DATA("the data set shipped with the program", "folder of CSV files that is loaded at start"),

    /** The time-out of requests. */
    TIELINE_REQUEST_TIMEOUT(
            "30",
            "how long the beginning of an answer may take, in seconds or as an ISO 8601 duration like PT1M; 0 for any time"),

    /** The keys of clients. */
    TIELINE_API_KEYS_FILE("none", "file with the keys that clients need; without it they need none"),

    /** The rate limit. */
    TIELINE_RATE_LIMIT("0", "how many requests a minute each key, or else each address, may make; 0 for any number"),

    /** The memory for answers. */
    TIELINE_KEPT_ANSWERS(
            "32",
            "how many megabytes of answers are kept, until the facts change, for whoever asks the same again; 0 for none"),

    /** The patience of the readiness check. */
    TIELINE_READY_GRACE(
            "60", "how long the answers may be out of date before `/health/ready` says so, like the time-out"),

    /** The form of the log. */
    TIELINE_LOG_FORMAT("text", "form of the log: text or json"),

    /** Where events are delivered. */
    TIELINE_WEBHOOK_PRIVATE(
            "no", "yes to deliver events also to addresses of this machine and of private networks, and without TLS"),

    /** The patience with who takes events. */
    TIELINE_WEBHOOK_TIMEOUT(
            "15",
            "how long the taking of an event may take, like the time-out of requests; of several servers on one database another "
                    + "goes on after some three times that if the one that delivers dies"),

    /** How many subscriptions there may be. */
    TIELINE_MOST_SUBSCRIPTIONS("20", "how many subscriptions to events each key may have"),

    /** The log of requests. */
    TIELINE_ACCESS_LOG("no", "yes for a line in the log for each request"),

    /** The database. */
    NEO4J_URI("the embedded database", "address of a Neo4j server or cluster to use instead of the embedded database"),

    /** The user. */
    NEO4J_USERNAME("neo4j", "user of the database"),

    /** The user's password. */
    NEO4J_PASSWORD(
            "made by the embedded database",
            "password of the user, at least 8 characters with the embedded database; without one that makes its own at the "
                    + "first start, keeps it in the data folder and prints it"),

    /** The name of the database. */
    NEO4J_DATABASE("neo4j", "name of the database"),

    /** The size of the pool. */
    NEO4J_MAX_CONNECTIONS("50", "how many connections to the database may be open at once"),

    /** The time-out of connecting. */
    NEO4J_CONNECT_TIMEOUT(
            "5",
            "how long a connection to a database elsewhere may take to open, in seconds or as an ISO 8601 duration like PT0.5S; "
                    + "the embedded one is waited for while it runs"),

    /** The time-out of reading. */
    NEO4J_READ_TIMEOUT(
            "15",
            "how long one look into a database elsewhere may take, with its waits and repetitions, like the one before; the reading "
                    + "of the whole graph and loads have longer limits of their own");

    private final String standard;
    private final String meaning;

    Setting(String standard, String meaning) {
        this.standard = standard;
        this.meaning = meaning;
    }

    /** The default as people read it: a value, or words where it depends on the machine. */
    public String standard() {
        return standard;
    }

    /** What it does, half a sentence. */
    public String meaning() {
        return meaning;
    }
}
