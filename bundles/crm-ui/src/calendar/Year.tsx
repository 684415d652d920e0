import { useQuery } from '@tanstack/react-query';
import { useApp } from '../app';
import { Failed } from '../kit/Failed';
import { monthsOf } from './days';
import { MiniMonth } from './MiniMonth';
import { countsQuery } from './queries';

interface Props {
  year: string;
  question: string;
  holidays: ReadonlyMap<string, string>;
  openDay: (day: string) => void;
  openMonth: (day: string) => void;
}

/** Twelve small months with how much is on each day. */
export function Year({ year, question, holidays, openDay, openMonth }: Props) {
  const { fmt } = useApp();
  const { data, error, refetch } = useQuery(countsQuery(question));
  if (error && !data) return <Failed error={error} again={refetch} />;
  return (
    <div className="cal-year">
      {monthsOf(year).map((month) => (
        <div key={month} className="card pad">
          <MiniMonth
            month={month}
            today={fmt.today()}
            counts={data?.days}
            holidays={holidays}
            choose={openDay}
            openMonth={(one) => openMonth(`${one}-01`)}
          />
        </div>
      ))}
    </div>
  );
}
