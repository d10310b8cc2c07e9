interface Company {
  slug: string;
  name: string;
}
interface Challenge {
  slug: string;
  title: string;
  companySlug: string;
}

export const feedOfCompany = ({ slug, name }: Company) => ({ title: name, path: `/${slug}/feed.atom` });

export const feedOfChallenge = ({ slug, title, companySlug }: Challenge) => ({
  title,
  path: `/${companySlug}/c/${slug}/feed.atom`,
});
