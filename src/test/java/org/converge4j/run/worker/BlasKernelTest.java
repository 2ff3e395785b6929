package org.converge4j.run.worker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlasKernelTest {
    private static final Set<String> ZEN = Set.of("sse2", "avx", "avx2", "fma");

    @Test
    void one_that_the_processor_cannot_run_is_refused_before_it_kills() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> BlasKernel.check(Map.of("OPENBLAS_CORETYPE", "SkylakeX"), () -> ZEN))
                .withMessage(
                        "the environment variable OPENBLAS_CORETYPE: expected a kernel that this processor can run, or none,"
                                + " found SkylakeX, which needs AVX512F");
    }

    @Test
    void any_other_is_the_users_choice() {
        assertThatCode(() -> {
                    BlasKernel.check(Map.of(), () -> ZEN);
                    BlasKernel.check(Map.of("OPENBLAS_CORETYPE", "Haswell"), () -> ZEN);
                    BlasKernel.check(Map.of("OPENBLAS_CORETYPE", "Nehalem"), () -> ZEN);
                    BlasKernel.check(Map.of("OPENBLAS_CORETYPE", "SkylakeX"), Set::of); // a system that says nothing
                })
                .doesNotThrowAnyException();
    }
}
