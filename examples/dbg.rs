use mutasi::matching::*;
fn main(){
 let f=std::fs::read(std::env::args().nth(1).unwrap()).unwrap();
 let (p,_n)=dimacs::read(&f[..]).unwrap();
 let s=solve(&p,&Control::unattended()).unwrap();
 println!("solve obj {} bound {} recomputed {:?}", s.objective, certificate::bound(&p,&s.prices), certificate::objective(&p,&s.choice));
 println!("employees {} posts {} units {} arcs {}", p.employees(), p.posts(), p.units(), p.arcs());
 let stay=vec![u32::MAX;p.employees()];
 match ties::unique(&p,&s,&stay,&|a| a as u64,&Control::unattended()) { Ok(u)=>println!("ties obj {} recomputed {:?}",u.objective, certificate::objective(&p,&u.choice)), Err(e)=>println!("ties err {e:?}") }
}
