package org.tieline.model;

/** Takes facts one by one. What a taker has no use for it need not implement. */
public interface FactSink {

    default void organization(Organization organization) {}

    default void source(Source source) {}

    default void ban(Ban ban) {}

    default void identifier(Identifier identifier) {}

    default void subscribers(SubscriberCount count) {}

    default void membership(Membership membership) {}

    default void tie(Tie tie) {}
}
