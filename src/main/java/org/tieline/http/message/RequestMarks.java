package org.tieline.http.message;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.slf4j.MDC;

/**
 * Marks each request by an id and a place in a trace, the client's own where it sent good ones, and every line of the log
 * and the response with both. Around everything else, so that no line misses them.
 */
public final class RequestMarks implements Filter {
    public static final String HEADER = "X-Request-ID";

    /** What the lines of the log call the id of the request, its trace, and the name of the key it came with. */
    static final String REQUEST = "request";

    static final String TRACE = "trace";
    public static final String CLIENT = "client";

    /** The attribute of requests that come as far as to a route, or to where there is none. */
    public static final String ROUTED = "org.tieline.routed";

    /** No quotes, spaces or signs of markup: it is written into logs and shown in pages of others. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:=+/@-]{1,128}");

    public static void install(ServletContextHandler handler) {
        FilterHolder holder = new FilterHolder(new RequestMarks());
        holder.setAsyncSupported(true);
        handler.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String id = id(Collections.list(asked.getHeaders(HEADER)));
        TraceParent trace = trace(Collections.list(asked.getHeaders(TraceParent.HEADER)));
        asked.setAttribute(ROUTED, true);
        answer.setHeader(HEADER, id);
        answer.setHeader(TraceParent.HEADER, trace.toString());
        MDC.put(REQUEST, id);
        MDC.put(TRACE, trace.trace());
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.clear();
        }
    }

    /** The id that was sent, or a new one where none, several or an unfit one was. */
    public static String id(List<String> sent) {
        return sent.size() == 1 && ID.matcher(sent.getFirst()).matches()
                ? sent.getFirst()
                : UUID.randomUUID().toString();
    }

    private static TraceParent trace(List<String> sent) {
        return TraceParent.read(sent.size() == 1 ? sent.getFirst() : null)
                .map(TraceParent::step)
                .orElseGet(TraceParent::begun);
    }
}
