package org.tieline.graph;

import org.tieline.model.Ban;
import org.tieline.model.FactSink;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;

/**
 * Takes what a {@link GraphReader} reads. Every ban, identifier and count names organizations that were handed over before it;
 * the successor of an organization may come after it, or never. What a taker has no use for it need not implement.
 */
public interface GraphSink extends FactSink {

    /** The data set that was loaded last; not called if none was. */
    default void dataset(LoadedDataset info) {}

    /** A release that was loaded, now or before, and of which the graph keeps what it held. */
    default void release(LoadedDataset info) {}

    /** A ban; its sources, its carriers and the bans that it replaces may be unknown. */
    @Override
    default void ban(Ban ban) {}

    /** What a register calls an organization; its sources may be unknown. No two have the same key. */
    @Override
    default void identifier(Identifier identifier) {}

    /** How many subscribers an organization had on a day; its sources may be unknown. No two have the same key. */
    @Override
    default void subscribers(SubscriberCount count) {}

    /** That a country belongs to a bloc; its sources may be unknown. */
    @Override
    default void membership(Membership membership) {}

    /** That facts became others; in no order. */
    default void movement(Movement movement) {}

    /** A tie; its ends and sources may be unknown, and another tie may have the same id. */
    @Override
    void tie(Tie tie);

    /**
     * The same from a reader that knows which organizations the ends are, so that nobody need look them up.
     *
     * @param from the place of the organization it starts at among those that were handed over, from 0
     * @param to the place of the organization it ends at
     */
    default void tie(Tie tie, int from, int to) {
        tie(tie);
    }

    /** Something that was left out. */
    void problem(GraphProblem problem);
}
