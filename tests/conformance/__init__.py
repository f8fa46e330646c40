"""The test suites of the W3C, run through kg's own door: KG_W3C_TESTS=FOLDER python -m conformance"""
