package org.converge4j.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.converge4j.result.Curve;
import org.junit.jupiter.api.Test;

class TensorBoardTest {
    /**
     * The file was written by TensorBoard 2's own {@code RecordWriter} from {@code event_pb2.Event} messages: the version, then for
     * each step the scalars loss and excess, with 0.25 s a step as wall time.
     */
    @Test
    void event_files_are_tensorboards_byte_by_byte() throws IOException {
        Curve curve = new Curve(new int[] {0, 1, 300}, new double[] {2.5, 1.5, 1});

        try (InputStream golden = TensorBoardTest.class.getResourceAsStream("events.tfevents")) {
            assertThat(TensorBoard.events(curve, Optional.of(1.0), 0.25)).isEqualTo(golden.readAllBytes());
        }
    }
}
