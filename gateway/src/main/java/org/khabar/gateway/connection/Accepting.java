package org.khabar.gateway.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.http.HttpConfig;

/** Sees each connection before the server does, and closes those that are too many. */
@Sharable
final class Accepting extends ChannelInboundHandlerAdapter {
    private final HttpConfig config;
    private final OpenConnections open;

    Accepting(HttpConfig config, OpenConnections open) {
        this.config = config;
        this.open = open;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof Channel connection) {
            @Nullable Runnable leave = open.tryEnter(connection.remoteAddress());
            if (leave == null) {
                connection.unsafe().closeForcibly();
                return;
            }
            connection.closeFuture().addListener(_ -> leave.run());
            connection
                    .pipeline()
                    .addLast(new HeadTimeout(config.headerTimeout()), new WriteTimeout(config.writeTimeout()));
        }
        context.fireChannelRead(message);
    }
}
