package org.khabar.gateway.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicInteger;
import org.khabar.gateway.http.HttpConfig;

/** Sees each connection before the server does, and closes those that are too many. */
@Sharable
final class Accepting extends ChannelInboundHandlerAdapter {
    private final HttpConfig config;
    private final int most;
    private final AtomicInteger open = new AtomicInteger();

    /**
     * Bounds connections.
     *
     * @param most how many may be open at once
     */
    Accepting(HttpConfig config, int most) {
        this.config = config;
        this.most = most;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof Channel connection) {
            if (open.incrementAndGet() > most) {
                open.decrementAndGet();
                connection.unsafe().closeForcibly();
                return;
            }
            connection.closeFuture().addListener(_ -> open.decrementAndGet());
            connection
                    .pipeline()
                    .addLast(new HeadTimeout(config.headerTimeout()), new WriteTimeout(config.writeTimeout()));
        }
        context.fireChannelRead(message);
    }
}
