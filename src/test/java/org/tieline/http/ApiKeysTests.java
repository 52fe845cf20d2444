package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.model.TielineException.BadSettings;

class ApiKeysTests {
    @TempDir
    private Path folder;

    @Test
    void shouldKnowTheKeysOfItsFileByName() throws IOException {
        ApiKeys.Made first = ApiKeys.make("first");
        ApiKeys.Made second = ApiKeys.make("second");
        Path file = Files.writeString(
                folder.resolve("keys"),
                "# keys\n" + first.line() + "\r\n\n  " + second.line().toUpperCase() + "  ");

        ApiKeys keys = ApiKeys.of(file);

        assertThat(keys.nameOf(first.key())).contains("first");
        assertThat(keys.nameOf(second.key())).contains("SECOND");
        assertThat(keys.nameOf(ApiKeys.make("third").key())).isEmpty();
        assertThat(keys.nameOf("")).isEmpty();
    }

    @Test
    void shouldReportEverythingThatIsWrongWithItsLineAndRepeatNoKey() throws IOException {
        ApiKeys.Made made = ApiKeys.make("made");
        String digest = made.line().split(" ")[1];
        Path file = Files.writeString(
                folder.resolve("keys"),
                String.join(
                        "\n",
                        made.line(),
                        made.key(),
                        "short abc",
                        "na/me " + digest,
                        made.line(),
                        "other " + digest,
                        "three words " + digest));

        assertThatThrownBy(() -> ApiKeys.of(file))
                .isInstanceOf(BadSettings.class)
                .hasMessageContainingAll(
                        file + ":2: must be a name, a space and the 64 hexadecimal digits",
                        file + ":3: must be a name",
                        file + ":4: a name must be 1 to 64 letters",
                        file + ":5: the name made was given before",
                        file + ":6: the key is that of made",
                        file + ":7: must be a name")
                .hasMessageNotContaining(made.key());
    }

    @Test
    void shouldRefuseAFileWithoutKeysOrNone() throws IOException {
        Path empty = Files.writeString(folder.resolve("keys"), "# nobody\n");

        assertThatThrownBy(() -> ApiKeys.of(empty))
                .hasMessage(empty + " holds no key: tieline key NAME makes one and " + "prints its line");
        assertThatThrownBy(() -> ApiKeys.of(folder.resolve("missing")))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("missing cannot be read");
    }
}
