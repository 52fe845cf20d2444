package org.tieline.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpClientTransport;

/** Clients of the SDK, as assistants have them. */
public final class Assistants {
    public static final McpJsonMapper JSON =
            new JacksonMcpJsonMapper(JsonMapper.builder().build());

    private Assistants() {}

    /** Over HTTP; it has said who it is. */
    public static McpSyncClient over(String address) {
        return over(HttpClientStreamableHttpTransport.builder(address)
                .endpoint("/mcp")
                .jsonMapper(JSON)
                .build());
    }

    /** The same over anything. */
    public static McpSyncClient over(McpClientTransport transport) {
        McpSyncClient client = McpClient.sync(transport)
                .jsonSchemaValidator((schema, value) -> ValidationResponse.asValid(null))
                .requestTimeout(Patience.LONGEST)
                .initializationTimeout(Patience.LONGEST)
                .build();
        client.initialize();
        return client;
    }
}
