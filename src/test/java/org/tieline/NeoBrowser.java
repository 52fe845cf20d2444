package org.tieline;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** Neo4j Browser in a page, used as a reader uses it. */
final class NeoBrowser {
    private final Page page;

    /** Opens it, and gives it the password, as a reader pastes it. */
    NeoBrowser(Page page, URI address, String password) {
        this.page = page;
        page.navigate(address.toString());
        page.locator("[data-testid=password]").fill(password);
        page.locator("[data-testid=connect]").click();
        guide().waitFor();
        // What the server has it do by itself.
        frames().filter(new Locator.FilterOptions().setHasText(":style"))
                .first()
                .waitFor();
        frames().filter(new Locator.FilterOptions().setHasText(":config"))
                .first()
                .waitFor();
    }

    /** A query of the slide that is shown. */
    private Locator guide() {
        return page.locator("pre.runnable").first();
    }

    int queries() {
        return page.locator("pre.runnable").count();
    }

    /** Puts a query of the slide into the editor and runs it; waits until its nodes are drawn, or its table is there. */
    void run(int index) {
        Locator query = page.locator("pre.runnable").nth(index);
        String text = query.innerText();
        query.click();
        page.locator("[data-testid=activeEditor], .monaco-editor").first().waitFor();
        page.keyboard().press("Control+Enter");
        frame(text.strip()).waitFor();
        if (text.contains("RETURN path")) {
            drawing().locator("g.node").first().waitFor();
        } else {
            table().locator("tbody tr").first().waitFor();
        }
    }

    /** Runs what is in the editor, where the address has put it, and waits until its nodes are drawn. */
    void runWhatIsThere() {
        page.locator("[data-testid=activeEditor] .monaco-editor").first().click();
        page.keyboard().press("Control+Enter");
        drawing().locator("g.node").first().waitFor();
    }

    /** The table of the query that was run last. */
    Locator table() {
        return frames().first().locator("table");
    }

    private Locator frames() {
        return page.locator("[data-testid=frame]");
    }

    /** The frame at the top, once it is that of a command. */
    private Locator frame(String command) {
        return page.locator("[data-testid=frame]").first().filter(new Locator.FilterOptions().setHasText(command));
    }

    /** Closes all frames; the guide stays. */
    void clear() {
        page.locator("[data-testid=activeEditor] .monaco-editor").first().click();
        page.keyboard().insertText(":clear");
        page.keyboard().press("Control+Enter");
        page.locator("[data-testid=frame]")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    void next() {
        page.getByText("Next", new Page.GetByTextOptions().setExact(true)).click();
    }

    /** The picture of the query that was run last. */
    Locator drawing() {
        return page.locator("[data-testid=frame]").first().locator("svg:has(g.node)");
    }

    /** The colours of the nodes by what is written on them; of nodes that read the same, one. */
    Map<String, String> colours() {
        Map<String, String> colours = new TreeMap<>();
        for (Locator node : drawing().locator("g.node").all()) {
            String caption = String.join(" ", node.locator("text.caption").allTextContents());
            colours.put(
                    caption.replaceAll("\\s+", " ").strip(),
                    node.locator("circle.b-outline").getAttribute("fill"));
        }
        return colours;
    }

    /** Waits until the picture has come to rest: it looks the same as half a second before. */
    void rest() {
        page.waitForFunction("""
                () => {
                  const now = [...document.querySelectorAll('[data-testid=frame] g.node, [data-testid=frame] svg > g')]
                      .map(each => each.getAttribute('transform')).join();
                  const same = window.tielineBefore === now;
                  window.tielineBefore = now;
                  return same;
                }
                """, null, new Page.WaitForFunctionOptions().setPollingInterval(500));
    }

    Page page() {
        return page;
    }
}
