import { type HousePolicy, housePolicy } from '../../../core/verdict/house-policy.ts'

const bounds = {
  leastAge: { unit: 'years', least: 18, most: 30 },
  mostAge: { unit: 'years', least: 0, most: 100 },
  leastMonths: { unit: 'months', least: 0, most: 60 },
  marginMonths: { unit: 'months', least: 0, most: 12 },
} as const

type NumberName = keyof typeof bounds

/** A rule whose value is a whole number. */
export interface NumberRule {
  readonly name: NumberName
  readonly unit: 'years' | 'months'
  readonly least: number
  readonly most: number
  /** Whether what was typed is one that it takes. */
  readonly isRight: (typed: string) => boolean
}

const names = ['leastAge', 'mostAge', 'leastMonths', 'marginMonths'] as const

export const numberRules: readonly NumberRule[] = names.map((name) => ({
  name,
  ...bounds[name],
  isRight: (typed) =>
    /^\d+$/.test(typed.trim()) && housePolicy.shape[name].safeParse(Number(typed)).success,
}))

/** The policy while it is typed. */
export type TypedPolicy = Omit<HousePolicy, NumberName> & { readonly [N in NumberName]: string }

export const writePolicy = (policy: HousePolicy): TypedPolicy => ({
  ...policy,
  leastAge: String(policy.leastAge),
  mostAge: String(policy.mostAge),
  leastMonths: String(policy.leastMonths),
  marginMonths: String(policy.marginMonths),
})

/** Nothing where a number is none that its rule takes. */
export function readPolicy(typed: TypedPolicy): HousePolicy | undefined {
  if (numberRules.some(({ name, isRight }) => !isRight(typed[name]))) return undefined
  return {
    ...typed,
    leastAge: Number(typed.leastAge),
    mostAge: Number(typed.mostAge),
    leastMonths: Number(typed.leastMonths),
    marginMonths: Number(typed.marginMonths),
  }
}
