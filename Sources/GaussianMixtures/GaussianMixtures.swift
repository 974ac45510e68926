// GaussianMixtures
