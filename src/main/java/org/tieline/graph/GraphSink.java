package org.tieline.graph;

import org.tieline.model.Ban;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.Tie;

/** Takes what a {@link GraphReader} reads. Every tie and ban names organizations that were handed over before it. */
public interface GraphSink {

    /** The data set that was loaded last; not called if none was. */
    void dataset(DatasetInfo info);

    void organization(Organization organization);

    void source(Source source);

    /** A ban; its sources and carriers may be unknown. */
    void ban(Ban ban);

    /** A tie; its sources may be unknown. */
    void tie(Tie tie);

    /** Something that was left out. */
    void problem(Problem problem);
}
