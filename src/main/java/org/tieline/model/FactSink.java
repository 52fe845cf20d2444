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

    /** A data set whose facts come one by one, so that nobody need hold them all. May be gone through again. */
    interface Feed {
        /** Whether it is a release, or may turn out to be one. */
        boolean isReleased();

        /**
         * Hands all facts over, ties last, and then tells what they are as a whole.
         *
         * @throws TielineException if they are not sound
         */
        DatasetSummary handTo(FactSink sink);

        /** Of a data set in memory. */
        static Feed of(Dataset dataset) {
            return new Feed() {
                @Override
                public boolean isReleased() {
                    return dataset.isRelease();
                }

                @Override
                public DatasetSummary handTo(FactSink sink) {
                    dataset.organizations().forEach(sink::organization);
                    dataset.sources().forEach(sink::source);
                    dataset.memberships().forEach(sink::membership);
                    dataset.bans().forEach(sink::ban);
                    dataset.identifiers().forEach(sink::identifier);
                    dataset.subscribers().forEach(sink::subscribers);
                    dataset.ties().forEach(sink::tie);
                    return DatasetSummary.of(dataset);
                }
            };
        }
    }
}
