package org.converge4j.run.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlasKernelTest {
    private static final Set<String> ZEN = Set.of("sse2", "avx", "avx2", "fma");

    @Test
    void one_that_the_processor_cannot_run_is_refused_before_it_kills() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> BlasKernel.settle(Map.of("OPENBLAS_CORETYPE", "SkylakeX"), ZEN))
                .withMessage(
                        "the environment variable OPENBLAS_CORETYPE: expected a kernel that this processor can run, or none,"
                                + " found SkylakeX, which needs AVX512F");
    }

    /** OpenBLAS 0.3.19's kernels of these names end a Java on a Zen 3 by SIGILL. */
    @ParameterizedTest
    @ValueSource(strings = {"Bulldozer", "Piledriver", "Steamroller", "excavator", "SKYLAKEX"})
    void whatNeedsMoreThanZenHasIsRefused(String kernel) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> BlasKernel.settle(Map.of("OPENBLAS_CORETYPE", kernel), ZEN));
    }

    /** Of a processor that OpenBLAS 0.3.19 does not know, a Zen 5, it takes the kernel of a Barcelona, of 2007. */
    @Test
    void without_one_that_for_what_the_processor_can_is_taken() {
        assertThat(taken(ZEN)).isEqualTo("Haswell");
        assertThat(taken(Set.of("avx2", "fma", "avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl")))
                .isEqualTo("SkylakeX");
        assertThat(taken(Set.of("avx2", "fma", "avx512f"))).isEqualTo("Haswell");
        assertThat(taken(Set.of("sse2", "avx"))).isEqualTo("OpenBLAS's own");
        assertThat(taken(Set.of())).isEqualTo("OpenBLAS's own");
    }

    private static String taken(Set<String> processor) {
        Map<String, String> environment = new HashMap<>();
        BlasKernel.settle(environment, processor);
        return environment.getOrDefault("OPENBLAS_CORETYPE", "OpenBLAS's own");
    }

    @Test
    void any_other_is_the_users_choice() {
        assertThatCode(() -> {
                    BlasKernel.settle(Map.of("OPENBLAS_CORETYPE", "Haswell"), ZEN);
                    BlasKernel.settle(Map.of("OPENBLAS_CORETYPE", "Nehalem"), ZEN);
                    BlasKernel.settle(Map.of("OPENBLAS_CORETYPE", "SkylakeX"), Set.of()); // a system that says nothing
                })
                .doesNotThrowAnyException();
    }
}
