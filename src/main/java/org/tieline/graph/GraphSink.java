package org.tieline.graph;

import org.tieline.model.*;

public interface GraphSink {
    void dataset(DatasetInfo info);

    void organization(Organization o);

    void source(Source s);

    void ban(Ban b);

    void tie(Tie t);

    void problem(Problem p);
}
