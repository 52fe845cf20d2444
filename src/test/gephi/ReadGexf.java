import java.io.File;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Opens a GEXF file in Gephi as its window does with all as it is given, and prints what the workspace has then. It runs in a
 * process of its own, whose standard output is all that the test sees of it.
 */
final class ReadGexf {
    private ReadGexf() {}

    public static void main(String[] files) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(new File(files[0]));
        container.closeLoader();
        importer.process(container, new DefaultProcessor(), workspace);
        GraphModel model =
                Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        int dated = 0;
        for (Edge edge : model.getGraph().getEdges()) {
            dated += edge.getIntervals().length > 0 ? 1 : 0;
        }
        System.out.printf(
                "nodes %d edges %d dated %d dynamic %s from %s%n",
                model.getGraph().getNodeCount(),
                model.getGraph().getEdgeCount(),
                dated,
                model.isDynamic(),
                model.getTimeFormat());
    }
}
