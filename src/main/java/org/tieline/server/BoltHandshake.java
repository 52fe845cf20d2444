package org.tieline.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks at the first bytes of a connection. What is no HTTP passes at once, as does HTTP that says it comes from Neo4j Browser
 * or from no page at all; the rest is refused. Then it goes out of the way.
 */
final class BoltHandshake extends ByteToMessageDecoder {
    private static final byte[] HTTP = "GET ".getBytes(StandardCharsets.US_ASCII);
    private static final String END = "\r\n\r\n";

    /** In bytes: more than browsers send. */
    private static final int MOST = 32 * 1024;

    private final Supplier<BoltGate.Visitors> visitors;

    /** @param visitors gives null as long as nobody may come */
    BoltHandshake(Supplier<BoltGate.Visitors> visitors) {
        this.visitors = visitors;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        int seen = Math.min(in.readableBytes(), HTTP.length);
        for (int i = 0; i < seen; i++) {
            if (in.getByte(in.readerIndex() + i) != HTTP[i]) {
                context.pipeline().remove(this);
                return;
            }
        }
        if (seen < HTTP.length) {
            return;
        }
        String head = in.toString(StandardCharsets.ISO_8859_1);
        int end = head.indexOf(END);
        if (end >= 0) {
            decide(context, in, head.substring(0, end));
        } else if (in.readableBytes() > MOST) {
            refuse(context, in, "431 Request Header Fields Too Large");
        }
    }

    private void decide(ChannelHandlerContext context, ByteBuf in, String head) {
        BoltGate.Visitors allowed = visitors.get();
        if (allowed == null) {
            refuse(context, in, "503 Service Unavailable");
        } else if (!all(head, "host", allowed::knows)) {
            refuse(context, in, "421 Misdirected Request");
        } else if (!all(head, "origin", allowed::allows)) {
            refuse(context, in, "403 Forbidden");
        } else {
            context.pipeline().remove(this);
        }
    }

    /** Whether all values of a header are good; also if there is none. */
    private static boolean all(String head, String name, Predicate<String> good) {
        return head.lines()
                .skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .allMatch(good);
    }

    private static void refuse(ChannelHandlerContext context, ByteBuf in, String status) {
        in.skipBytes(in.readableBytes());
        String head =
                "HTTP/1.1 %s\r\nContent-Type: text/plain\r\nContent-Length: %d\r\nX-Content-Type-Options: nosniff\r\n"
                        .formatted(status, status.length());
        context.writeAndFlush(
                        Unpooled.copiedBuffer(head + "Connection: close" + END + status, StandardCharsets.US_ASCII))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
